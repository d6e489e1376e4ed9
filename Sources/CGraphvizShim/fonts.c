// Which characters the installed fonts can draw, asked of fontconfig.

#include <fontconfig/fontconfig.h>
#include <string.h>

#include "CGraphvizShim.h"

// The installed fonts in the order of preference for sans-serif text in a language.
static FcFontSet *sorted_fonts(const char *language) {
  if (!FcInit()) return NULL;
  FcPattern *pattern = FcPatternCreate();
  if (!pattern) return NULL;
  FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)"sans-serif");
  FcPatternAddString(pattern, FC_LANG, (const FcChar8 *)language);
  FcConfigSubstitute(NULL, pattern, FcMatchPattern);
  FcDefaultSubstitute(pattern);
  FcResult result;
  FcFontSet *fonts = FcFontSort(NULL, pattern, FcFalse, NULL, &result);
  FcPatternDestroy(pattern);
  return fonts;
}

static FcCharSet *characters_of(FcPattern *font) {
  FcCharSet *characters = NULL;
  if (FcPatternGetCharSet(font, FC_CHARSET, 0, &characters) != FcResultMatch) return NULL;
  return characters;
}

bool kw_font_covered(const uint32_t *scalars, size_t count, bool *covered) {
  memset(covered, 0, count * sizeof *covered);
  FcFontSet *fonts = sorted_fonts("ja");
  if (!fonts) return false;
  size_t left = count;
  for (int i = 0; i < fonts->nfont && left > 0; i++) {
    FcCharSet *characters = characters_of(fonts->fonts[i]);
    if (!characters) continue;
    for (size_t j = 0; j < count; j++) {
      if (covered[j] || !FcCharSetHasChar(characters, scalars[j])) continue;
      covered[j] = true;
      left--;
    }
  }
  FcFontSetDestroy(fonts);
  return true;
}

bool kw_font_family(
    const uint32_t *scalars, size_t count, const char *language, char *family, size_t capacity) {
  if (capacity == 0) return false;
  family[0] = '\0';
  FcFontSet *fonts = sorted_fonts(language);
  if (!fonts) return false;
  size_t most = 0;
  bool found = false;
  for (int i = 0; i < fonts->nfont; i++) {
    FcCharSet *characters = characters_of(fonts->fonts[i]);
    FcChar8 *name = NULL;
    if (!characters) continue;
    if (FcPatternGetString(fonts->fonts[i], FC_FAMILY, 0, &name) != FcResultMatch) continue;
    if (strlen((const char *)name) >= capacity) continue;
    size_t drawn = 0;
    for (size_t j = 0; j < count; j++) drawn += FcCharSetHasChar(characters, scalars[j]) ? 1 : 0;
    if (found && drawn <= most) continue;
    most = drawn;
    found = true;
    strcpy(family, (const char *)name);
    if (most == count) break;
  }
  FcFontSetDestroy(fonts);
  return found;
}
