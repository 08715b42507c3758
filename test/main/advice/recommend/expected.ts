// What is recommended in each of the situations: what the image is taken for, then the moves in their order, each with effort
// and support before and after; without a move, the reason for that. Each was read by a person.

export const expected: Readonly<Record<string, readonly string[]>> = {
  "node 22 by its base": [
    "shared-layers: node",
    "dhi dhi.io/node:22.23.2-0-debian13, low, 2027-04-30 -> 2027-04-30",
    "dhi dhi.io/node:24.19.0-0-debian13, medium, 2027-04-30 -> 2028-04-30",
  ],
  "node 24 by its base, slim": [
    "shared-layers: node",
    "dhi dhi.io/node:24.19.0-0-debian13, low, 2026-07-11 -> 2028-04-30",
  ],
  "node 20, past its end": [
    "shared-layers: node",
    "dhi dhi.io/node:22.23.2-0-debian13, medium, 2026-04-30 -> 2027-04-30",
    "dhi dhi.io/node:24.19.0-0-debian13, medium, 2026-04-30 -> 2028-04-30",
    "dhi-els dhi.io/node:20.20.2-debian13, low, 2026-04-30 -> 2031-04-30",
  ],
  "node 18, two lines back": [
    "runtime: node",
    "dhi dhi.io/node:22.23.2-0-debian13, medium, 2024-08-14 -> 2027-04-30",
    "dhi dhi.io/node:24.19.0-0-debian13, medium, 2024-08-14 -> 2028-04-30",
  ],
  "node 24 on Alpine": ["shared-layers: node", "dhi dhi.io/node:24.19.0-0-debian13, medium, 2027-11-01 -> 2028-04-30"],
  "node by digest alone": ["shared-layers: node", "dhi dhi.io/node:24.19.0-0-debian13, low, 2028-04-30 -> 2028-04-30"],
  "node latest is what is in it": [
    "shared-layers: node",
    "dhi dhi.io/node:24.19.0-0-debian13, low, 2028-04-30 -> 2028-04-30",
  ],
  "python 3.12 by its name": ["name: python", "dhi dhi.io/python:3.12.14-debian13, low, 2026-07-11 -> 2028-08-09"],
  "python 3 is its own line": ["name: python", "dhi dhi.io/python:3.12.14-debian13, low, 2026-07-11 -> 2028-08-09"],
  "python 3.9, past its end": [
    "runtime: python",
    "dhi dhi.io/python:3.11.16-debian13, medium, 2024-08-14 -> 2027-10-31",
  ],
  "python by name, contents say node": [
    "runtime: node",
    "dhi dhi.io/node:24.19.0-0-debian13, low, 2028-04-30 -> 2028-04-30",
  ],
  "python of the distribution": [
    "os: debian-base",
    "dhi dhi.io/debian-base:trixie-debian13, low, 2028-08-09 -> 2028-08-09",
  ],
  "go tool chain": ["runtime: golang", "dhi dhi.io/golang:1.26.7-debian13, low, 2028-08-09 -> 2028-08-09"],
  "go program from scratch as root": [
    "program: static",
    "distroless dhi.io/static:20250419-debian13, low, ? -> 2028-08-09",
  ],
  "go program from scratch as a user": ["program: static", "none-undated"],
  "go program on Debian": [
    "program: static",
    "distroless dhi.io/static:20250419-debian13, low, 2026-07-11 -> 2026-08-19",
  ],
  "java 21 of Temurin": [
    "runtime: eclipse-temurin",
    "dhi dhi.io/eclipse-temurin:21.0.12.8-debian13, low, 2028-08-09 -> 2028-08-09",
  ],
  "java 8 of Temurin": [
    "runtime: eclipse-temurin",
    "dhi dhi.io/eclipse-temurin:8u502.b07-debian13, low, 2028-08-09 -> 2028-08-09",
  ],
  "java 17 of Corretto": [
    "runtime: amazoncorretto",
    "dhi dhi.io/amazoncorretto:17.0.20.10.1-debian13, low, 2028-08-09 -> 2028-08-09",
  ],
  "java 21 of nobody": [
    "runtime: eclipse-temurin",
    "dhi dhi.io/eclipse-temurin:21.0.12.8-debian13, low, 2028-08-09 -> 2028-08-09",
  ],
  "java 18, an ended line": [
    "runtime: eclipse-temurin",
    "dhi dhi.io/eclipse-temurin:21.0.12.8-debian13, medium, 2022-09-30 -> 2028-08-09",
  ],
  "tomcat before its java": [
    "runtime: tomcat",
    "dhi dhi.io/tomcat:10.1.59-jdk21-debian13, low, 2028-08-09 -> 2028-08-09",
  ],
  "php fpm": ["runtime: php", "dhi dhi.io/php:8.3.33-debian13-fpm, low, 2027-12-31 -> 2027-12-31"],
  "php with apache": ["name: php", "dhi dhi.io/php:8.3.33-debian13, medium, 2027-12-31 -> 2027-12-31"],
  "php 8.1, sold on": [
    "runtime: php",
    "dhi dhi.io/php:8.2.33-debian13, medium, 2025-12-31 -> 2026-12-31",
    "dhi dhi.io/php:8.3.33-debian13, medium, 2025-12-31 -> 2027-12-31",
    "dhi-els dhi.io/php:8.1.33-alpine3.22, medium, 2025-12-31 -> 2030-12-31",
  ],
  "ruby 3.2": [
    "runtime: ruby",
    "dhi dhi.io/ruby:3.3.12-debian13, medium, 2026-03-31 -> 2027-03-31",
    "dhi dhi.io/ruby:3.4.10-debian13, medium, 2026-03-31 -> 2028-03-31",
    "dhi-els dhi.io/ruby:3.2.11-debian13, low, 2026-03-31 -> 2031-03-31",
  ],
  "rust tool chain": ["runtime: rust", "dhi dhi.io/rust:1.98.0-debian13, low, 2024-09-05 -> 2028-08-09"],
  perl: ["runtime: perl", "dhi dhi.io/perl:5.40.5-debian13, low, 2027-06-09 -> 2027-06-09"],
  "dotnet runtime": ["runtime: dotnet", "dhi dhi.io/dotnet:10.0.11-debian13, low, 2028-08-09 -> 2028-08-09"],
  "dotnet 8 of Microsoft": [
    "name: aspnetcore",
    "dhi dhi.io/aspnetcore:10.0.11-debian13, medium, 2026-07-11 -> 2028-08-09",
  ],
  "nginx stable on port 80": ["runtime: nginx", "dhi dhi.io/nginx:1.30.4-debian13, medium, 2028-08-09 -> 2028-08-09"],
  "nginx mainline": ["runtime: nginx", "dhi dhi.io/nginx:1.31.4-debian13, medium, 2028-08-09 -> 2028-08-09"],
  "nginx 1.24": ["runtime: nginx", "dhi dhi.io/nginx:1.30.4-debian13, medium, 2024-04-23 -> 2028-08-09"],
  httpd: ["runtime: httpd", "dhi dhi.io/httpd:2.4.68-debian13, low, 2028-08-09 -> 2028-08-09"],
  "redis 7.2, past its end": [
    "runtime: redis",
    "dhi dhi.io/redis:8.4.6-debian13, medium, 2028-08-09 -> 2028-08-09",
    "dhi dhi.io/redis:7.4.11-debian13, medium, 2028-08-09 -> 2026-11-30",
  ],
  "redis 8.8": ["runtime: redis", "dhi dhi.io/redis:8.8.2-debian13, low, 2028-08-09 -> 2028-08-09"],
  "postgres 17 started by a script": [
    "runtime: postgres",
    "dhi dhi.io/postgres:17.11-debian13, low, 2028-08-09 -> 2028-08-09",
  ],
  "postgres 13, before the oldest line": [
    "runtime: postgres",
    "dhi dhi.io/postgres:15.19-debian13, medium, 2024-08-14 -> 2027-11-11",
  ],
  "postgres 14, ended this month": [
    "runtime: postgres",
    "dhi dhi.io/postgres:15.19-debian13, medium, 2026-11-12 -> 2027-11-11",
  ],
  "postgres 14 on the eve": [
    "runtime: postgres",
    "dhi dhi.io/postgres:15.19-debian13, medium, 2026-11-12 -> 2027-11-11",
    "dhi dhi.io/postgres:14.24-debian13, low, 2026-11-12 -> 2026-11-12",
  ],
  "mysql 8.0": [
    "runtime: mysql",
    "dhi dhi.io/mysql:8.4.11-debian13, medium, 2026-04-30 -> 2028-08-09",
    "dhi-els dhi.io/mysql:8.0.46-debian13, low, 2026-04-30 -> 2031-04-30",
  ],
  "mongo by its name": ["name: mongodb", "dhi dhi.io/mongodb:8.0.29-debian13, low, 2028-08-09 -> 2028-08-09"],
  "rabbitmq with its erlang": [
    "runtime: rabbitmq",
    "dhi dhi.io/rabbitmq:4.3.5-debian13, low, 2027-05-20 -> 2026-07-30",
  ],
  "caddy by name alone": ["name: caddy", "dhi dhi.io/caddy:2.11.4-debian13, medium, 2027-11-01 -> 2028-08-09"],
  "debian 12": ["name: debian-base", "dhi dhi.io/debian-base:trixie-debian13, medium, 2026-07-11 -> 2028-08-09"],
  "debian 13 that nobody runs": [
    "os: debian-base",
    "dhi dhi.io/debian-base:trixie-debian13, low, 2028-08-09 -> 2028-08-09",
  ],
  "debian 11": ["os: debian-base", "dhi dhi.io/debian-base:trixie-debian13, medium, 2024-08-14 -> 2028-08-09"],
  "alpine 3.18": ["os: alpine-base", "dhi dhi.io/alpine-base:3.22-alpine3.22, medium, 2025-05-09 -> 2027-05-01"],
  "alpine 3.24 as a user": ["os: alpine-base", "none-needed"],
  "ubuntu 24.04 as a user": ["os: -", "none-needed"],
  "ubuntu 20.04": ["os: -", "own-base dhi.io/debian-base:trixie-debian13, high, 2025-05-31 -> 2028-08-09"],
  "fedora 39": ["os: -", "own-base dhi.io/debian-base:trixie-debian13, high, 2024-11-26 -> 2028-08-09"],
  "rhel 8 as a user": ["os: -", "none-needed"],
  "a system nobody knows": ["os: -", "own-base dhi.io/debian-base:trixie-debian13, high, ? -> 2028-08-09"],
  "a system that was not read": ["nothing: -", "none-undated"],
  "nothing at all, as a user": ["nothing: -", "none-undated"],
  "two languages": ["runtime: node", "dhi dhi.io/node:24.19.0-0-debian13, medium, 2028-04-30 -> 2028-04-30"],
  "a version newer than the data": ["runtime: node", "none-found"],
  "a version that is none": ["runtime: node", "none-found"],
  "hardened and current": ["chain-id: python", "none-hardened"],
  "hardened, an older tag": [
    "chain-id: python",
    "newer-tag dhi.io/python:3.13.15-debian13, low, 2028-08-09 -> 2028-08-09",
  ],
  "hardened on Alpine, an older tag": ["chain-id: python", "none-hardened"],
  "hardened dev image, an older tag": [
    "chain-id: python",
    "newer-tag dhi.io/python:3.13.15-debian13-dev, low, 2028-08-09 -> 2028-08-09",
  ],
  "hardened line that has left the catalogue": [
    "chain-id: node",
    "next-line dhi.io/node:22.23.2-0-debian13, medium, 2026-04-30 -> 2027-04-30",
    "dhi-els dhi.io/node:20.20.2-debian13, low, 2026-04-30 -> 2031-04-30",
  ],
  "hardened line past its end and still there": [
    "chain-id: python",
    "next-line dhi.io/python:3.11.16-debian13, medium, 2026-10-31 -> 2027-10-31",
  ],
  "hardened fpm": ["chain-id: php", "newer-tag dhi.io/php:8.4.24-debian13-fpm, low, 2028-08-09 -> 2028-08-09"],
  "labels without proof": ["runtime: node", "dhi dhi.io/node:24.19.0-0-debian13, low, 2028-04-30 -> 2028-04-30"],
  "labels of a product that does not exist": ["os: debian-base", "none-needed"],
  "hostile labels that are proven": ["os: debian-base", "none-needed"],
  "hostile labels beside node": ["runtime: node", "dhi dhi.io/node:24.19.0-0-debian13, low, 2028-04-30 -> 2028-04-30"],
  "a name from the prototype": ["name: debian-base", "none-needed"],
};
