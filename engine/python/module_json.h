/* module_json.h: what the two files of the module _json share. */
#ifndef LOOPSCOPE_PYTHON_MODULE_JSON_H
#define LOOPSCOPE_PYTHON_MODULE_JSON_H

#include "text.h"

MethodBody json_encode, json_encode_basestring, json_encode_basestring_ascii;

#endif
