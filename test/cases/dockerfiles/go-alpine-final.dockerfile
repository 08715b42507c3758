FROM golang:1.26-alpine AS build
RUN apk add --no-cache git
WORKDIR /src
COPY . .
RUN go build -o /server .
FROM alpine:3.24
RUN apk --no-cache add ca-certificates
COPY --from=build /server /server
USER nobody
EXPOSE 443
ENTRYPOINT ["/server"]
