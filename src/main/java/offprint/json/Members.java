package offprint.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object. What is there and of another kind than asked for is an error
 * finding, and then as if it were not there; a null is not there either.
 */
public final class Members {
  private final JsonObject object;
  private final String path;
  private final String file;
  private final Findings findings;

  Members(JsonObject object, String path, String file, Findings findings) {
    this.object = object;
    this.path = path;
    this.file = file;
    this.findings = findings;
  }

  /** Where this object is within its file, as JSONPath (RFC 9535) names it. */
  public String path() {
    return path;
  }

  /** In the file's order. */
  public Set<String> names() {
    return object.keySet();
  }

  /** A text. */
  public @Nullable String text(String name) {
    JsonPrimitive value = primitive(name);
    if (value != null && !value.isString()) {
      wrong(name, "a text");
      return null;
    }
    return value == null ? null : value.getAsString();
  }

  /** A text, or a number as one. */
  public @Nullable String word(String name) {
    JsonPrimitive value = primitive(name);
    if (value != null && value.isBoolean()) {
      wrong(name, "a text or a number");
      return null;
    }
    return value == null ? null : value.getAsString();
  }

  /** What {@link Json#write} writes again as it is, for a member that the reader does not know. */
  public Object asWritten(String name) {
    return object.get(name);
  }

  /** A whole number. */
  public @Nullable Long number(String name) {
    JsonPrimitive value = primitive(name);
    if (value == null) {
      return null;
    }
    try {
      if (value.isNumber()) {
        return value.getAsBigDecimal().longValueExact();
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // It is told below, with the others.
    }
    wrong(name, "a whole number");
    return null;
  }

  /** Whether a boolean is true; false where there is none. */
  public boolean flag(String name) {
    JsonPrimitive value = primitive(name);
    if (value != null && !value.isBoolean()) {
      wrong(name, "true or false");
      return false;
    }
    return value != null && value.getAsBoolean();
  }

  /** An object. */
  public @Nullable Members object(String name) {
    JsonElement value = object.get(name);
    if (value == null || value.isJsonNull()) {
      return null;
    }
    if (value instanceof JsonObject within) {
      return new Members(within, path + step(name), file, findings);
    }
    wrong(name, "an object");
    return null;
  }

  /** A list of objects; empty where there is none. */
  public List<Members> objects(String name) {
    List<Members> objects = new ArrayList<>();
    JsonArray list = list(name);
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof JsonObject within) {
        objects.add(new Members(within, path + step(name) + "[" + i + "]", file, findings));
      } else {
        wrong(name + "[" + i + "]", "an object");
      }
    }
    return objects;
  }

  /** A list of texts; empty where there is none. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    JsonArray list = list(name);
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof JsonPrimitive text && text.isString()) {
        texts.add(text.getAsString());
      } else {
        wrong(name + "[" + i + "]", "a text");
      }
    }
    return texts;
  }

  private JsonArray list(String name) {
    JsonElement value = object.get(name);
    if (value == null || value.isJsonNull()) {
      return new JsonArray();
    }
    if (value instanceof JsonArray list) {
      return list;
    }
    wrong(name, "a list");
    return new JsonArray();
  }

  private @Nullable JsonPrimitive primitive(String name) {
    JsonElement value = object.get(name);
    if (value == null || value.isJsonNull()) {
      return null;
    }
    if (value instanceof JsonPrimitive primitive) {
      return primitive;
    }
    wrong(name, "a single value");
    return null;
  }

  // An index may stand behind the name.
  private static String step(String name) {
    return name.matches("\\w+(\\[\\d+])?")
        ? "." + name
        : "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
  }

  private void wrong(String name, String wanted) {
    findings.error(
        "unexpected-json",
        Place.of(file),
        path + step(name) + " is not " + wanted,
        "mend it, or take the file away");
  }
}
