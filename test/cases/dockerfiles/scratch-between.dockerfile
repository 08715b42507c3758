FROM golang:1.26 AS build
RUN go build -o /app .
FROM scratch AS binaries
COPY --from=build /app /
FROM debian:trixie-slim
COPY --from=binaries /app /usr/local/bin/app
CMD ["app"]
