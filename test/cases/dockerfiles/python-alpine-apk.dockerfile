FROM python:3.13-alpine
RUN apk add --no-cache build-base libffi-dev openssl-dev && apk add --no-cache weird-thing
WORKDIR /app
COPY . .
RUN pip install .
CMD ["python", "-m", "app"]
