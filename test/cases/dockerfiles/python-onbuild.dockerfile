FROM python:3.13
WORKDIR /app
ONBUILD COPY . .
ONBUILD RUN pip install -r requirements.txt
