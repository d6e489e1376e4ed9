// The functions of libgvc whose types changed, as Graphviz 13 and 14 declare them, over the headers
// that are installed: so both of the shim's adapters can be compiled and run anywhere.

#pragma once

#define gvRenderData installed_gvRenderData
#define gvPluginList installed_gvPluginList
#include_next <gvc.h>
#undef gvRenderData
#undef gvPluginList

#define gvRenderData newer_gvRenderData
#define gvPluginList newer_gvPluginList
int gvRenderData(
    GVC_t *context, graph_t *graph, const char *format, char **result, size_t *length);
char **gvPluginList(GVC_t *context, const char *kind, int *count);
