from node:22 as BUILD
workdir /app
run npm ci
FROM build
cmd node x.js
