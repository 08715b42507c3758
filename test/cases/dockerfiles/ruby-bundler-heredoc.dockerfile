FROM ruby:3.4
WORKDIR /app
COPY Gemfile* ./
RUN bundle install
COPY <<EOF /app/config.yml
a: 1
EOF
COPY . .
CMD ["bundle","exec","puma"]
