// PNG from pixels and back, by libpng's simplified interface.

#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "CGraphvizShim.h"

char *kw_png_encode(const uint8_t *rgba, uint32_t width, uint32_t height, size_t *length) {
  png_image image;
  memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  image.width = width;
  image.height = height;
  image.format = PNG_FORMAT_RGBA;
  // The best compression takes a second for ten megapixels; above that the quick one must do.
  if ((uint64_t)width * height > 12u << 20) image.flags = PNG_IMAGE_FLAG_FAST;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  char *data = malloc(size);
  *length = 0;
  if (!data) return NULL;
  if (!png_image_write_to_memory(&image, data, &size, 0, rgba, 0, NULL)) {
    free(data);
    return NULL;
  }
  *length = size;
  return data;
}

uint8_t *kw_png_decode(const void *data, size_t length, uint32_t *width, uint32_t *height) {
  png_image image;
  memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_memory(&image, data, length)) return NULL;
  image.format = PNG_FORMAT_RGBA;
  uint8_t *rgba = malloc(PNG_IMAGE_SIZE(image));
  if (!rgba || !png_image_finish_read(&image, NULL, rgba, 0, NULL)) {
    png_image_free(&image);
    free(rgba);
    return NULL;
  }
  *width = image.width;
  *height = image.height;
  return rgba;
}

void kw_png_free(void *data) { free(data); }
