FROM node:22
USER 1000
WORKDIR /home/node/app
COPY --chown=node:node . .
RUN npm ci
CMD ["node", "index.js"]
