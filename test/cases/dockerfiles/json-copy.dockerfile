FROM python:3.13
COPY ["my file.txt", "/opt/my files/"]
WORKDIR /opt/app
RUN touch x
CMD ["python", "x"]
