FROM python:3.13
ENV APP_HOME=/srv/app
WORKDIR $APP_HOME
COPY requirements.txt ./
RUN pip3 install -r requirements.txt
COPY . ./
CMD ["python3", "main.py"]
