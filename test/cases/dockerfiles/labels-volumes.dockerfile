FROM python:3.14-slim
LABEL org.opencontainers.image.title="app" \
      org.opencontainers.image.version="1"
ARG BUILD
ENV BUILD_ID=$BUILD
WORKDIR /app
COPY . .
RUN pip install . && mkdir -p /data /var/log/app
VOLUME ["/data"]
STOPSIGNAL SIGINT
EXPOSE $PORT 22
USER $APP_USER
CMD ["python", "-m", "app"]
