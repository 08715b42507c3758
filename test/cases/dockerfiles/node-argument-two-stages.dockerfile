ARG NODE_VERSION=22
FROM node:${NODE_VERSION}-slim AS build
WORKDIR /app
COPY . .
RUN npm ci
FROM node:$NODE_VERSION-slim
WORKDIR /app
COPY --from=build /app /app
CMD ["node", "server.js"]
