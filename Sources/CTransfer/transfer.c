#include "transfer.h"

#include <curl/curl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static CURLcode ready = CURLE_OK;

static void prepare(void) { ready = curl_global_init(CURL_GLOBAL_DEFAULT); }

struct body {
  unsigned char *bytes;
  size_t count, capacity, most;
  int is_too_large;
};

// Takes some bytes. Fewer than there were make libcurl give up.
static size_t take(char *data, size_t size, size_t number, void *context) {
  struct body *body = context;
  size_t count = size * number;
  if (count > body->most - body->count) {
    body->is_too_large = 1;
    return 0;
  }
  if (count > body->capacity - body->count) {
    size_t wanted = body->capacity == 0 ? 1 << 16 : body->capacity;
    while (wanted < body->count + count) wanted *= 2;
    unsigned char *larger = realloc(body->bytes, wanted);
    if (larger == NULL) return 0;
    body->bytes = larger;
    body->capacity = wanted;
  }
  memcpy(body->bytes + body->count, data, count);
  body->count += count;
  return count;
}

static enum transfer_end end(CURLcode code, const struct body *body) {
  if (body->is_too_large) return transfer_too_large;
  switch (code) {
    case CURLE_OK: return transfer_done;
    case CURLE_FILESIZE_EXCEEDED: return transfer_too_large;
    case CURLE_OPERATION_TIMEDOUT: return transfer_late;
    case CURLE_COULDNT_CONNECT:
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
    // What is packed and ends early cannot be unpacked.
    case CURLE_BAD_CONTENT_ENCODING: return transfer_cut;
    default: return transfer_failed;
  }
}

static CURLcode set(CURL *curl, const struct transfer_request *request, struct body *body, char *message) {
  CURLcode code = CURLE_OK;
#define option(name, value) \
  if (code == CURLE_OK) code = curl_easy_setopt(curl, name, value)
  option(CURLOPT_ERRORBUFFER, message);
  option(CURLOPT_URL, request->url);
#if LIBCURL_VERSION_NUM >= 0x075500
  option(CURLOPT_PROTOCOLS_STR, request->allows_plain ? "http,https" : "https");
#else
  option(CURLOPT_PROTOCOLS, (long)(request->allows_plain ? CURLPROTO_HTTP | CURLPROTO_HTTPS : CURLPROTO_HTTPS));
#endif
  option(CURLOPT_SSL_VERIFYPEER, 1L);
  option(CURLOPT_SSL_VERIFYHOST, 2L);
  option(CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
  // Whoever calls decides where a redirect may lead.
  option(CURLOPT_FOLLOWLOCATION, 0L);
  option(CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
  option(CURLOPT_USERAGENT, request->agent);
  // All that this libcurl can unpack; the limit of the size is that of what was unpacked.
  option(CURLOPT_ACCEPT_ENCODING, "");
  option(CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)request->most_bytes);
  option(CURLOPT_CONNECTTIMEOUT_MS, request->connect_milliseconds);
  option(CURLOPT_TIMEOUT_MS, request->total_milliseconds);
  option(CURLOPT_LOW_SPEED_LIMIT, 64L);
  option(CURLOPT_LOW_SPEED_TIME, 30L);
  // No signals for timeouts: they would meet those of the process.
  option(CURLOPT_NOSIGNAL, 1L);
  option(CURLOPT_WRITEFUNCTION, take);
  option(CURLOPT_WRITEDATA, body);
  // A server on this machine is asked without a proxy in between.
  if (request->allows_plain) {
    option(CURLOPT_PROXY, "");
  }
#undef option
  return code;
}

struct transfer_outcome transfer_get(const struct transfer_request *request) {
  struct transfer_outcome outcome = {.end = transfer_failed};
  pthread_once(&once, prepare);
  CURL *curl = ready == CURLE_OK ? curl_easy_init() : NULL;
  if (curl == NULL) {
    outcome.message = strdup("libcurl cannot be used");
    return outcome;
  }
  char message[CURL_ERROR_SIZE] = "";
  struct body body = {.most = request->most_bytes};
  CURLcode code = set(curl, request, &body, message);
  if (code == CURLE_OK) code = curl_easy_perform(curl);
  outcome.end = end(code, &body);
  if (code != CURLE_OK) outcome.message = strdup(message[0] != 0 ? message : curl_easy_strerror(code));
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &outcome.status);
  curl_off_t wait = 0;
  if (curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &wait) == CURLE_OK) outcome.retry_after = wait;
  char *redirect = NULL;
  if (curl_easy_getinfo(curl, CURLINFO_REDIRECT_URL, &redirect) == CURLE_OK && redirect != NULL)
    outcome.redirect = strdup(redirect);
  outcome.bytes = body.bytes;
  outcome.count = body.count;
  curl_easy_cleanup(curl);
  return outcome;
}

void transfer_free(struct transfer_outcome *outcome) {
  free(outcome->bytes);
  free(outcome->redirect);
  free(outcome->message);
  outcome->bytes = NULL;
  outcome->redirect = outcome->message = NULL;
  outcome->count = 0;
}
