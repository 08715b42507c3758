FROM nginx:1.31
COPY dist /usr/share/nginx/html
HEALTHCHECK --interval=30s CMD curl -f http://localhost/ || exit 1
CMD ["nginx", "-g", "daemon off;"]
