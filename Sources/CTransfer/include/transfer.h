#pragma once
#include <stddef.h>

/// One question to a server.
struct transfer_request {
  /// The whole address.
  const char *url;
  /// Who asks.
  const char *agent;
  /// Whether it may go without TLS, which is for servers on this machine.
  int allows_plain;
  /// The most that connecting and the whole answer may take.
  long connect_milliseconds, total_milliseconds;
  /// The most bytes of an answer, after it was unpacked.
  size_t most_bytes;
};

/// How a question ended.
enum transfer_end {
  transfer_done,
  /// The answer is larger than allowed.
  transfer_too_large,
  /// It took too long, or hardly anything came.
  transfer_late,
  /// The connection was refused or cut.
  transfer_cut,
  /// Asking again would not help: an address that nobody knows, a certificate that nobody vouches for.
  transfer_failed,
};

/// The answer.
struct transfer_outcome {
  enum transfer_end end;
  /// The status of HTTP; 0 where there was none.
  long status;
  /// The seconds that the server asks to wait; 0 where it does not.
  long long retry_after;
  /// The body.
  unsigned char *bytes;
  size_t count;
  /// Where the server says to ask instead, as a whole address; NULL where it does not. Nobody has followed it.
  char *redirect;
  /// What went wrong, in words; NULL where nothing did.
  char *message;
};

/// Asks with GET. Certificates are checked, redirects are not followed, no cookie or password is sent.
struct transfer_outcome transfer_get(const struct transfer_request *request);

/// Gives back the memory of an answer.
void transfer_free(struct transfer_outcome *outcome);
