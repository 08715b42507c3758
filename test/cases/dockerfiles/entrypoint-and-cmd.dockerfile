FROM python:3.13
COPY app.py /app/app.py
ENTRYPOINT python /app/app.py
CMD ["--port", "80"]
