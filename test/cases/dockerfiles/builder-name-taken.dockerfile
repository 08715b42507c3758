FROM golang:1.26 AS builder
RUN go build -o /tool .
FROM python:3.13 AS app
WORKDIR /app
COPY --from=builder /tool /opt/tool
RUN pip install flask
CMD ["flask", "run"]
