FROM node:24-alpine AS build
RUN --mount=type=cache,target=/var/cache/apk \
    # for node-gyp
    apk add --no-cache python3 make g++
RUN apk add --no-cache curl | cat
WORKDIR /app
COPY . .
RUN npm ci
FROM node:24-alpine
RUN apk add --no-cache tini
WORKDIR /app
COPY --from=build /app .
ENTRYPOINT ["/sbin/tini", "--"]
CMD ["node", "index.js"]
