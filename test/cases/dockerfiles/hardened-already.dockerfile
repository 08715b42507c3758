FROM dhi.io/node:24-debian13-dev AS build
WORKDIR /app
COPY . .
RUN npm ci
FROM dhi.io/node:24-debian13
COPY --from=build /app /app
EXPOSE 80
CMD node /app/index.js
