FROM python:3.13
SHELL ["/bin/bash", "-c"]
COPY app.py /app/app.py
CMD python /app/app.py
