FROM alpine:3.23
RUN apk add --no-cache ca-certificates
COPY app /app
CMD /app