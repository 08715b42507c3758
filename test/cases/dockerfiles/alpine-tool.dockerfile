FROM alpine:3.24
RUN apk add --no-cache bash curl
COPY run.sh /opt/tool/run.sh
ENTRYPOINT ["/opt/tool/run.sh"]
