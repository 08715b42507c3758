from node:22 as build
workdir /app
run npm ci
copy . .
cmd node x.js
