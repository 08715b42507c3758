# syntax=docker/dockerfile:1
FROM python:3.12-slim
WORKDIR /app
# deps
RUN apt-get update && apt-get install -y --no-install-recommends \
    gcc ca-certificates \
    && rm -rf /var/lib/apt/lists/*
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY . .
# the port
EXPOSE 80
USER app
CMD python app.py
