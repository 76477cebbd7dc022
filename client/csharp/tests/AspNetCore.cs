// Small doubles of the types of ASP.NET Core that a shop hands to the package: its packages are not needed to test that.
using System.Collections;
using System.Collections.Generic;
using System.IO;

/// <summary>As Microsoft.Extensions.Primitives.StringValues: a struct that is a list of texts.</summary>
public struct StringValues : IEnumerable<string>
{
    private readonly string[] values;

    public StringValues(params string[] values)
    {
        this.values = values;
    }

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => values.GetEnumerator();
}

/// <summary>As IHeaderDictionary, which is a dictionary, and as IFormCollection and IQueryCollection, which are pairs.</summary>
public sealed class HeaderDictionary : Dictionary<string, StringValues> { }

public sealed class FormCollection : List<KeyValuePair<string, StringValues>>
{
    public void Add(string name, params string[] values)
    {
        Add(new KeyValuePair<string, StringValues>(name, new StringValues(values)));
    }
}

/// <summary>As HttpRequest.</summary>
public sealed class HttpRequest
{
    public string Method { get; set; } = "POST";

    public Stream Body { get; set; }

    public HeaderDictionary Headers { get; } = new HeaderDictionary();

    public FormCollection Form { get; } = new FormCollection();

    public FormCollection Query { get; } = new FormCollection();
}
