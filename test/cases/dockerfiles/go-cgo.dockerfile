FROM golang:1.26
WORKDIR /src
COPY . .
RUN CGO_ENABLED=1 go build -o /usr/local/bin/server ./cmd/server
CMD ["/usr/local/bin/server"]
