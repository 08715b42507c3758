ARG TAG
FROM node:${TAG}
CMD ["node"]
