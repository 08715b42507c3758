FROM dhi.io/golang:1.26-debian13-dev AS build
RUN go build -o /app .
FROM scratch
COPY --from=build /app /app
CMD ["/app"]
