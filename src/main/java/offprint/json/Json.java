package offprint.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/** Reads and writes files of JSON, each of which is one object. */
public final class Json {
  private static final int DEEPEST = 100;

  private static final Gson WRITER =
      new GsonBuilder()
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .serializeNulls()
          .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
          .create();

  // Gson tells a place in words alone: "... at line 3 column 12 path $.a".
  private static final Pattern PLACE = Pattern.compile(" at line (\\d+) column (\\d+) path ");

  private Json() {}

  /**
   * What a file holds; null, with a finding, where that is no JSON object.
   *
   * @param name what findings call the file
   */
  public static @Nullable Members read(String text, String name, Findings findings) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(DEEPEST);
    try {
      JsonElement all = JsonParser.parseReader(reader);
      if (reader.peek() == JsonToken.END_DOCUMENT && all instanceof JsonObject object) {
        return new Members(object, "$", name, findings);
      }
      unreadable(Place.of(name), "this is no JSON object", findings);
    } catch (JsonParseException | IOException e) {
      Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
      Place where =
          place.find()
              ? new Place(name, Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)))
              : Place.of(name);
      unreadable(where, "from here on this is no JSON", findings);
    }
    return null;
  }

  private static void unreadable(Place place, String message, Findings findings) {
    findings.error("unreadable-json", place, message, "mend it, or take the file away");
  }

  /**
   * A file's text, with a line end at its end.
   *
   * @param members in the order they are written: texts, whole numbers, booleans, lists and further
   *     maps
   */
  public static String write(Map<String, ?> members) {
    return WRITER.toJson(members) + "\n";
  }
}
