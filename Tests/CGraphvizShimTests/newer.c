// The shim over the newer functions of libgvc, which are played here.

#include <gvc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CGraphvizShim.h"

// More than an unsigned int holds.
static const size_t huge = (size_t)5 << 30;

int newer_gvRenderData(
    GVC_t *context, graph_t *graph, const char *format, char **result, size_t *length) {
  (void)context, (void)graph;
  *result = strcmp(format, "svg") == 0 ? strdup("<svg/>") : NULL;
  *length = huge;
  return *result ? 0 : -1;
}

char **newer_gvPluginList(GVC_t *context, const char *kind, int *count) {
  (void)context;
  char **names = calloc(2, sizeof *names);
  names[0] = strdup(kind);
  names[1] = strdup("nop2");
  *count = 2;
  return names;
}

static int failures;

static void expect(bool holds, const char *what) {
  if (holds) return;
  failures++;
  fprintf(stderr, "newer.c: %s\n", what);
}

int main(void) {
  kw_context *context = kw_context_open(true);
  kw_graph *graph = kw_graph_open(false);
  expect(kw_graph_add_node(graph), "a node is added");
  expect(kw_context_has_plugin(context, "layout", "nop2"), "a plugin is found");
  expect(!kw_context_has_plugin(context, "layout", "nop3"), "one that is not there is not");
  char *data = NULL;
  size_t length = 0;
  expect(kw_graph_render(context, graph, "svg", &data, &length) == 0, "a graph is rendered");
  expect(length == huge, "a length is not cut");
  expect(data && strcmp(data, "<svg/>") == 0, "the data are those of the renderer");
  free(data);
  expect(kw_graph_render(context, graph, "x", &data, &length) != 0, "a failure is one");
  kw_graph_close(context, graph);
  kw_context_close(context);
  return failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
