FROM node:24
WORKDIR /app
COPY . .
RUN npm ci && npm run build
FROM nginx:1.30
COPY --from=0 /app/dist /usr/share/nginx/html
