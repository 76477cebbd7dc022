# Shows how much of the window is left: the limit, the rest, and the moment at which it ends.
curl --silent --show-error --output /dev/null --dump-header - '{{ servers.sandbox }}/v2/transactions' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN" | grep -i '^x-ratelimit'
