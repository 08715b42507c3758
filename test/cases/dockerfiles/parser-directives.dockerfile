# syntax=docker/dockerfile:1.7
# check=skip=all
# a comment

# the base
FROM --platform=$TARGETPLATFORM node:22 AS app
# where it lives
WORKDIR /app
COPY --link . .
RUN --mount=type=cache,target=/root/.npm \
    # quietly
    npm ci \

    --quiet
# how it starts
CMD ["node", \
     "index.js"]
