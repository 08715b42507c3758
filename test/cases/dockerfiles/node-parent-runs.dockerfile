FROM node:24 AS base
ENV A=1
WORKDIR /app
COPY . .
RUN npm ci && npm run build
FROM base
EXPOSE 3000
CMD npm start
