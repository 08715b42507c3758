FROM python:3.11-slim-bookworm
ENV PORT=8000
WORKDIR /app
COPY . .
RUN pip install --no-cache-dir -r requirements.txt
CMD gunicorn --bind 0.0.0.0:$PORT app:app
