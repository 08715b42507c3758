ARG TAG
FROM node:${TAG:-22}
CMD ["node"]
