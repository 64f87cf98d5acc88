#!/usr/bin/env bash
# Open the pages of a built site in Chromium and test their accessibility: setup.sh SITE_FOLDER
# Chromium comes from the system (CHROMIUM=path for another one); the two npm packages go into build/browser.
set -euo pipefail
site=$(cd "${1:?folder of the built site}" && pwd)
cd "$(dirname "$0")/../.."

if [ -z "${CHROMIUM:-}" ]; then
  if ! command -v chromium >/dev/null; then
    echo "installing Chromium (needs root; or set CHROMIUM=path)" >&2
    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
  fi
  CHROMIUM=$(command -v chromium)
fi

mkdir -p build/browser
if [ ! -d build/browser/node_modules/axe-core ]; then
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm install --silent --no-save --no-package-lock --no-audit --no-fund \
    --prefix build/browser playwright-core@1.65.1 axe-core@4.14.1
fi
CHROMIUM="$CHROMIUM" exec node tests/browser/axe.mjs "$site" build/browser
