// Loads a YAML file with SnakeYAML and prints it as JSON; a value that JSON has not is an error.
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

final class Load {
    private static String text(String value) {
        return value.chars()
            .mapToObj(unit -> unit < ' ' || unit == '"' || unit == '\\' ? String.format("\\u%04x", unit) : "" + (char) unit)
            .collect(Collectors.joining("", "\"", "\""));
    }

    private static String field(Map.Entry<?, ?> entry, String place) {
        if (!(entry.getKey() instanceof String key)) {
            throw new IllegalArgumentException(place + " has the key " + entry.getKey() + ", a " + entry.getKey().getClass());
        }
        return text(key) + ":" + json(entry.getValue(), place + "." + key);
    }

    private static String json(Object value, String place) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().map(entry -> field(entry, place)).collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> json(item, place + "[]")).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof String string) {
            return text(string);
        }
        if (value == null || value instanceof Integer || value instanceof Long || value instanceof Double || value instanceof Boolean) {
            return String.valueOf(value);
        }
        throw new IllegalArgumentException(place + " is a " + value.getClass());
    }

    public static void main(String[] args) throws Exception {
        Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(Path.of(args[0])));
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(json(document, "$"));
    }
}
