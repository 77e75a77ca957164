#include <libxml/xmlversion.h>
// Where libxml2 was built with ICU its headers include ICU's, which clash with those of Swift's Foundation. Only the end of
// one struct depends on them, and nothing here makes or reads one.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
