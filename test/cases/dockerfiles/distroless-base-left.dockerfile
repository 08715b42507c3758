FROM golang:1.26 AS build
RUN go build -o /app .
FROM gcr.io/distroless/base-debian12
COPY --from=build /app /app
CMD ["/app"]
