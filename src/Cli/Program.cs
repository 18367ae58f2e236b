Console.WriteLine("sci");
