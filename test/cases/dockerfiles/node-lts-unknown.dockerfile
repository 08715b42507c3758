FROM node:lts
CMD ["node"]
