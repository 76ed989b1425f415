using Reconcile.Fuzz;

return FuzzOptions.TryParse(args, out var options, out var error) ? FuzzRun.Start(options) : Refuse(error);

static int Refuse(string error)
{
    Console.Error.WriteLine(error);
    Console.Error.WriteLine(FuzzOptions.Usage);
    return 2;
}
