FROM composer:2 AS vendor
WORKDIR /app
COPY composer.* ./
RUN composer install --no-dev
FROM php:8.4-cli
WORKDIR /app
COPY --from=vendor /app/vendor ./vendor
COPY . .
CMD ["php", "artisan", "serve"]
