// The context, its messages and its plugins.

#include <gvc.h>
#include <stdlib.h>
#include <string.h>

#include "CGraphvizShim.h"

// MARK: Messages

// Graphviz hands a message over in pieces ("Error: ", "<stdin>", ": syntax error…").
enum { message_capacity = 1 << 14 };
static char messages[message_capacity];
static size_t messages_length;

static int collect(char *piece) {
  size_t length = strlen(piece);
  size_t room = message_capacity - 1 - messages_length;
  if (length > room) length = room;
  memcpy(messages + messages_length, piece, length);
  messages_length += length;
  messages[messages_length] = '\0';
  return 0;
}

const char *kw_messages(void) { return messages; }

void kw_messages_clear(void) {
  messages_length = 0;
  messages[0] = '\0';
}

// MARK: Context

static lt_symlist_t no_plugins[] = {{0, 0}};

kw_context *kw_context_open(bool with_plugins) {
  if (getenv("GVBINDIR")) unsetenv("GVBINDIR");
  agseterrf(collect);
  agseterr(AGWARN);
  GVC_t *context = with_plugins ? gvContext() : gvContextPlugins(no_plugins, 0);
  return (kw_context *)context;
}

void kw_context_close(kw_context *context) { gvFreeContext((GVC_t *)context); }

const char *kw_context_version(kw_context *context) { return gvcVersion((GVC_t *)context); }

// MARK: Plugins

// Up to Graphviz 2.50 the list takes a fourth, unused argument.
typedef char **(*list_of_four)(GVC_t *, const char *, int *, char *);
typedef char **(*list_of_three)(GVC_t *, const char *, int *);

static char **list_with_four(void (*list)(void), GVC_t *context, const char *kind, int *count) {
  return ((list_of_four)list)(context, kind, count, NULL);
}

static char **list_with_three(void (*list)(void), GVC_t *context, const char *kind, int *count) {
  return ((list_of_three)list)(context, kind, count);
}

bool kw_context_has_plugin(kw_context *context, const char *kind, const char *name) {
  int count = 0;
  char **names = _Generic(&gvPluginList, list_of_four: list_with_four, default: list_with_three)(
      (void (*)(void))gvPluginList, (GVC_t *)context, kind, &count);
  bool found = false;
  for (int i = 0; names && i < count; i++) {
    if (strcmp(names[i], name) == 0) found = true;
    free(names[i]);
  }
  free(names);
  return found;
}
