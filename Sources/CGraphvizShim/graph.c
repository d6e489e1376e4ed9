// Building a graph with cgraph calls, laying it out, rendering it.

#include <gvc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CGraphvizShim.h"

struct kw_graph {
  Agraph_t *graph;
  Agnode_t **nodes;
  Agedge_t **edges;
  size_t node_count, node_capacity, edge_count, edge_capacity;
  bool laid_out, is_fixed;
};

// MARK: What Graphviz 2.43 forgets

// That version never gives back the items of the lines of an HTML-like label, nor the list of nodes
// of a layout with fixed positions: 80 bytes a line and 8 a node. They are known by the beginnings
// of structures that its headers do not publish; other versions keep other books.
struct line {
  void *items;
  short item_count;
  pointf size;
};
struct lines {
  struct line *lines;
  short count;
};
struct html_label {
  struct lines *text;
  char kind;
};
enum { html_text = 2 };

typedef struct {
  void **pointers;
  size_t count, capacity;
} forgotten;

static void keep(forgotten *list, void *pointer) {
  if (list->count == list->capacity) {
    size_t wider = list->capacity ? 2 * list->capacity : 64;
    void **grown = realloc(list->pointers, wider * sizeof *grown);
    if (!grown) return;
    list->pointers = grown;
    list->capacity = wider;
  }
  list->pointers[list->count++] = pointer;
}

static forgotten forgotten_by(GVC_t *context, kw_graph *self) {
  forgotten list = {NULL, 0, 0};
  if (strcmp(gvcVersion(context), "2.43.0") != 0) return list;
  for (size_t i = 0; i < self->node_count; i++) {
    textlabel_t *label = ND_label(self->nodes[i]);
    if (!label || !label->html || !label->u.html) continue;
    struct html_label *html = (struct html_label *)label->u.html;
    if (html->kind != html_text || !html->text) continue;
    for (short j = 0; j < html->text->count; j++) keep(&list, html->text->lines[j].items);
  }
  if (self->is_fixed) keep(&list, GD_neato_nlist(self->graph));
  return list;
}

// MARK: Building

kw_graph *kw_graph_open(bool directed) {
  kw_graph *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  self->graph = agopen("network", directed ? Agdirected : Agundirected, NULL);
  if (!self->graph) {
    free(self);
    return NULL;
  }
  return self;
}

void kw_graph_close(kw_context *context, kw_graph *self) {
  if (self->laid_out) {
    forgotten list = forgotten_by((GVC_t *)context, self);
    gvFreeLayout((GVC_t *)context, self->graph);
    for (size_t i = 0; i < list.count; i++) free(list.pointers[i]);
    free(list.pointers);
  }
  agclose(self->graph);
  free(self->nodes);
  free(self->edges);
  free(self);
}

static int kind_of(kw_owner owner) {
  return owner == KW_NODE ? AGNODE : owner == KW_EDGE ? AGEDGE : AGRAPH;
}

bool kw_graph_declare(kw_graph *self, kw_owner owner, const char *name, const char *value) {
  return agattr(self->graph, kind_of(owner), (char *)name, (char *)value) != NULL;
}

// Makes room for one more pointer in an array that doubles when it is full.
static bool grow(void *array, size_t count, size_t *capacity) {
  if (count < *capacity) return true;
  size_t wider = *capacity ? 2 * *capacity : 64;
  void **old = *(void ***)array;
  void **new = realloc(old, wider * sizeof *new);
  if (!new) return false;
  *(void ***)array = new;
  *capacity = wider;
  return true;
}

bool kw_graph_add_node(kw_graph *self) {
  if (!grow(&self->nodes, self->node_count, &self->node_capacity)) return false;
  char name[32];
  snprintf(name, sizeof name, "n%zu", self->node_count);
  Agnode_t *node = agnode(self->graph, name, 1);
  if (!node) return false;
  self->nodes[self->node_count++] = node;
  return true;
}

bool kw_graph_add_edge(kw_graph *self, size_t source, size_t target) {
  if (source >= self->node_count || target >= self->node_count) return false;
  if (!grow(&self->edges, self->edge_count, &self->edge_capacity)) return false;
  char key[32];
  snprintf(key, sizeof key, "e%zu", self->edge_count);
  Agedge_t *edge = agedge(self->graph, self->nodes[source], self->nodes[target], key, 1);
  if (!edge) return false;
  self->edges[self->edge_count++] = edge;
  return true;
}

static void *object_of(kw_graph *self, kw_owner owner, size_t index) {
  if (owner == KW_NODE) return index < self->node_count ? self->nodes[index] : NULL;
  if (owner == KW_EDGE) return index < self->edge_count ? self->edges[index] : NULL;
  return self->graph;
}

bool kw_graph_set(
    kw_graph *self, kw_owner owner, size_t index, const char *name, const char *value) {
  void *object = object_of(self, owner, index);
  Agsym_t *symbol = agattr(self->graph, kind_of(owner), (char *)name, NULL);
  if (!object || !symbol) return false;
  return agxset(object, symbol, (char *)value) == 0;
}

// An HTML-like string is known by its address, so the copy that cgraph makes is what is set.
bool kw_graph_set_html(
    kw_graph *self, kw_owner owner, size_t index, const char *name, const char *value) {
  char *html = agstrdup_html(self->graph, (char *)value);
  return html && kw_graph_set(self, owner, index, name, html);
}

size_t kw_graph_node_count(kw_graph *self) { return (size_t)agnnodes(self->graph); }

size_t kw_graph_edge_count(kw_graph *self) { return (size_t)agnedges(self->graph); }

// MARK: Layout

int kw_graph_layout(kw_context *context, kw_graph *self, const char *engine) {
  // sfdp and the starts of neato draw from both generators of the C library.
  srand(1);
  srand48(1);
  int result = gvLayout((GVC_t *)context, self->graph, engine);
  self->laid_out = result == 0;
  self->is_fixed = strcmp(engine, "nop2") == 0;
  return result;
}

kw_box kw_graph_node_box(kw_graph *self, size_t index) {
  kw_box box = {0, 0, 0, 0};
  if (!self->laid_out || index >= self->node_count) return box;
  Agnode_t *node = self->nodes[index];
  box.width = ND_lw(node) + ND_rw(node);
  box.height = ND_ht(node);
  box.x = ND_coord(node).x;
  box.y = ND_coord(node).y;
  return box;
}

kw_box kw_graph_box(kw_graph *self) {
  kw_box box = {0, 0, 0, 0};
  if (!self->laid_out) return box;
  boxf bounds = GD_bb(self->graph);
  box.width = bounds.UR.x - bounds.LL.x;
  box.height = bounds.UR.y - bounds.LL.y;
  box.x = (bounds.LL.x + bounds.UR.x) / 2;
  box.y = (bounds.LL.y + bounds.UR.y) / 2;
  return box;
}

// MARK: Output

// The length is an unsigned int up to Graphviz 12 and a size_t from 13.
typedef int (*render_of_unsigned)(GVC_t *, graph_t *, const char *, char **, unsigned int *);
typedef __typeof__(_Generic(&gvRenderData, render_of_unsigned: 0u, default: (size_t)0))
    render_length;

int kw_graph_render(
    kw_context *context, kw_graph *self, const char *format, char **data, size_t *length) {
  render_length count = 0;
  *data = NULL;
  *length = 0;
  int result = gvRenderData((GVC_t *)context, self->graph, format, data, &count);
  *length = (size_t)count;
  return result;
}

void kw_data_free(char *data) { gvFreeRenderData(data); }
