FROM node:22-alpine AS base
WORKDIR /app
FROM base AS deps
RUN apk add --no-cache libc6-compat git python3 weird
COPY package*.json ./
RUN npm ci
FROM base AS runner
ENV NODE_ENV=production
RUN addgroup -S app && adduser -S app -G app
COPY --from=deps --chown=app:app /app/node_modules ./node_modules
USER app
EXPOSE 3000
HEALTHCHECK CMD curl -f http://localhost:3000 || exit 1
CMD ["node", "server.js"]
