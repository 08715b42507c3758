FROM debian:trixie
USER root
COPY --chown=root:root start /usr/local/bin/start
EXPOSE 53/udp 8000-8010 22-25
CMD ["start"]
