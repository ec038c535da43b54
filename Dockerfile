# syntax=docker/dockerfile:1

# One image: server, sockets, jobs and web client. The database is a container of its own; see docker-compose.yml.

FROM node:24-bookworm-slim AS build
WORKDIR /roost
RUN npm install --global npm@11
COPY . .
RUN npm ci --include=dev --include=optional --no-audit --no-fund
ENV NX_DAEMON=false CI=true
RUN npm run build

# What runs: the server's own dependencies, without compilers, test tools and the web client's sources.
FROM node:24-bookworm-slim AS libraries
WORKDIR /roost
RUN npm install --global npm@11
COPY package.json package-lock.json ./
COPY apps/server/package.json apps/server/
COPY apps/web/package.json apps/web/
COPY libs/contracts/package.json libs/contracts/
COPY libs/test-kit/package.json libs/test-kit/
COPY libs/text/package.json libs/text/
COPY libs/ui/package.json libs/ui/
RUN npm ci --omit=dev --workspace @roost/server --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
  HOST=0.0.0.0 \
  PORT=3000 \
  ROOST_DATA_DIR=/data
WORKDIR /roost
COPY LICENSE NOTICE package.json ./
COPY --from=libraries /roost/node_modules node_modules
COPY --from=libraries /roost/apps/server apps/server
COPY --from=build /roost/apps/server/dist apps/server/dist
COPY --from=build /roost/apps/web/dist apps/web/dist
COPY --from=build /roost/libs/contracts libs/contracts
COPY --from=build /roost/libs/text libs/text
RUN install --directory --owner=node --group=node --mode=0700 /data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/server/dist/src/main.js"]
