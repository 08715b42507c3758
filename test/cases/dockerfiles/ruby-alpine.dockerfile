FROM ruby:3.3-alpine
RUN apk add --no-cache --virtual .build-deps build-base postgresql-dev
WORKDIR /app
COPY . .
RUN bundle install
CMD bundle exec puma
