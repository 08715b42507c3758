FROM python:3.13-slim
WORKDIR /srv/app
RUN python3 -m venv /venv && /venv/bin/pip install flask
COPY . .
ENTRYPOINT ["/venv/bin/python", "app.py"]
